namespace CapacityBoard.Runtime;
public static class GrainRuntime { public const string Name = "x";  
 public static void AddCapacityBoardGrains(this Microsoft.Extensions.Hosting.IHostApplicationBuilder b) {} }
