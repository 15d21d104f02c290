ORC
