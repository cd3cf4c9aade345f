"""What the office says of itself on declarations and information sheets: one page for everybody in the file.

presenter   what is kept, what is wrong with a field; saved by itself
view, room  the form
"""
