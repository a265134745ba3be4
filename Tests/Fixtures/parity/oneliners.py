twice = lambda number: number * 2  # marker: lambda
pair = lambda number: (
    number,
    number + 1,  # marker: lambda-inside
)
def same(value): return value  # marker: def
def numbers():
    yield 1
    yield 2  # marker: generator
results = [twice(1), twice(2), pair(3), pair(4), same(5), same(6)]  # marker: calls
results.extend(numbers())
for each in range(2):
    try:
        raise AttributeError(each)  # marker: raise
    except AttributeError:
        pass
print("there are", len(results))  # marker: last
