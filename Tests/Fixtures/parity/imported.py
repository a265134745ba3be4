"""What importing.py imports."""
question = 6  # marker: question
answer = question * 7  # marker: answer
