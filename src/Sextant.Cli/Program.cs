Console.WriteLine("sextant");
