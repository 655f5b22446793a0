using CapacityBoard.Hosting;

return await SiloCommandLine.Run(args);
