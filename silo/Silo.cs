namespace CapacityBoard;

internal static class Silo;
