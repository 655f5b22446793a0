using CapacityBoard.Access.Audit;
using CapacityBoard.Access.Schemes;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Access.Gate;

/// <summary>
/// Logs what authenticated callers requested without permission. Strangers are only counted, by their addresses' limits.
/// </summary>
internal sealed class Refusals(AccessLog log, RefusalCounts counts)
{
    /// <param name="rule">The rule of the endpoint or form; null if the table has none.</param>
    public Task Note(HttpContext http, AccessRule? rule)
    {
        var about = rule is null ? null : RequestPlaces.Of(rule.At, http);
        var stay = rule?.At == AccessPlace.StayInQuery ? http.Request.Query["stay"].ToString() : null;
        return Note(http, http.Caller(), about, $"{http.Request.Method} {http.Request.Path}", StayReferences.Check(stay, "stay") is null ? stay : null);
    }

    /// <param name="about">The site or locality it concerned; null for neither.</param>
    /// <param name="what">What was requested, in a few words.</param>
    /// <param name="stay">The reference of the stay it concerned; null for none.</param>
    public Task Note(HttpContext http, Caller? caller, Scope? about, string what, string? stay = null) => caller is { LacksSecondFactor: false }
        ? Note(http, caller, about?.Value, what[..Math.Min(what.Length, Limits.LongText)], stay)
        : Task.CompletedTask;

    private Task Note(HttpContext http, Caller caller, string? about, string what, string? stay) =>
        log.RecordRefusal(http, caller, about, what, stay, () => counts.HasOwnLine(caller, Addresses.TextOf(http.Connection.RemoteIpAddress), what));
}
