using NewsMesh.AllInOne;

return await CommandLine.RunAsync(args);
