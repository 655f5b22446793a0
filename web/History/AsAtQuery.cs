using System.ComponentModel;
using CapacityBoard.Api;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.History;

/// <summary>The past time in an API read's query; without it, the read is of now.</summary>
internal sealed record AsAtQuery(
    [property: FromQuery(Name = AsAt.AtField), Description("A past time, with its time zone: returns everything as it was then. If not given, returns it as it is now.")]
    string? At,
    [property: FromQuery(Name = AsAt.VersionField), Description("With a past time: the version of the board that a screen showed then, to return exactly that.")]
    string? Version)
{
    public bool IsOfNow => At is null && Version is null;

    /// <param name="began">The earliest time that may be asked for; null if nothing is recorded.</param>
    public AsAt Of(DateTimeOffset now, DateTimeOffset? began) => AsAt.Of(At, Version, now, began ?? now);

    /// <summary>The problem document for a time that is not valid.</summary>
    public static ProblemDetails ProblemOf(AsAt asAt) => Problems.Of(StatusCodes.Status400BadRequest, "no-such-moment", asAt.Problems[0].Message, AsAt.AtField);
}
