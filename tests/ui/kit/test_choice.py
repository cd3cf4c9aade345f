from PySide6.QtWidgets import QStyleOptionComboBox

from desktop.ui.kit.choice import Choice


def test_what_is_too_long_ends_with_dots_and_is_said_in_full_beside(shown):
    words = "§ 25 Abs. 4 S. 1 Vorübergehender Aufenthalt aus dringenden Gründen"
    choice = Choice([(1, words), (2, "kurz")])
    choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.set_value(1)
    shown(choice, 260, 40)
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    assert option.currentText.endswith("…")
    assert words in choice.toolTip()
    choice.set_value(2)
    choice.initStyleOption(option)
    assert option.currentText == "kurz"
