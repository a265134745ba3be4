import asyncio, ctypes, email.message, http.server, multiprocessing, sqlite3, unittest.mock, xml.dom.minidom
print("much is imported")  # marker: second
