namespace CapacityBoard.Hosting;

/// <summary>The operating system user that the program runs as.</summary>
internal static class OperatingUser
{
    /// <summary>A container may run a program under a number that has no name.</summary>
    public static string Name
    {
        get
        {
            try
            {
                return Environment.UserName;
            }
            catch (IOException)
            {
                return "without a name";
            }
        }
    }
}
