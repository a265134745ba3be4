def collect(first,
            second,
            third=3):  # marker: head-end
    """Puts them together.

    In order.  # marker: docstring
    """
    parts = [
        first,
        second,
        third,
    ]  # marker: closing
    text = """
    in the middle  # marker: string
    """
    if len(parts) > 5:
        return None
    else:  # marker: else
        return text, parts  # marker: return


if __name__ == "__main__":
    print(len(collect(
        1,
        2,
    )))  # marker: call-end
