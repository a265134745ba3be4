import imported  # marker: import
print("imported", imported.answer)  # marker: print
