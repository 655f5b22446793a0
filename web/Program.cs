using CapacityBoard.Hosting;

return await CommandLine.Run(args);
