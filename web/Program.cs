using CapacityBoard.Hosting;

return await CommandLine.Root().Parse(args).InvokeAsync();
