using CapacityBoard.Access.Schemes;
using CapacityBoard.Hosting;

namespace CapacityBoard.Access.Audit;

/// <summary>Who changes other people's access, and from where.</summary>
internal sealed record AccessActor(string Name, string Address)
{
    /// <summary>The program itself, for example at its first start.</summary>
    public static AccessActor Program { get; } = new("Capacity board", "this server");

    /// <summary>A person with write access to the data folder or database, using the command line.</summary>
    public static AccessActor CommandLine { get; } = new("the command line", $"{OperatingUser.Name} on {Environment.MachineName}");

    public static AccessActor Of(HttpContext http) => new(http.Caller()!.Name, Addresses.TextOf(http.Connection.RemoteIpAddress));

    public AccessEntry Entry(TimeProvider clock, string act, string about, string? note = null) =>
        new() { At = clock.GetUtcNow(), Who = Name, Act = act, About = about, Address = Address, Note = note };
}
