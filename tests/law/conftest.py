"""What is asserted beside the tests says as much as a test where it fails."""

import pytest

pytest.register_assert_rewrite("tests.law.page_points", "tests.law.unsettled")
