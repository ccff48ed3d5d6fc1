using System.Globalization;
using NewsMesh.Storage.Tests.Sqlite;

return await StoreWriter.RunAsync(args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
