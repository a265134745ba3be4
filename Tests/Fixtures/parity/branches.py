import sys

if __name__ == "__main__":
    count = len(sys.argv)  # marker: count
    if count >= 7:  # marker: first-if
        word = sys.argv[1]
        print(word)
    else:
        word = "none"  # marker: first-else
    if count >= 8:  # marker: second-if
        number = int(sys.argv[2])
    else:
        number = 0  # marker: second-else
    print("word", word, number)  # marker: print
