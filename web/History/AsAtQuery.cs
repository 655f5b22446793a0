using System.ComponentModel;
using CapacityBoard.Api;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.History;

/// <summary>The past moment that a read may ask for; without it, it is of now.</summary>
internal sealed record AsAtQuery(
    [property: FromQuery(Name = AsAt.AtField), Description("A past time, with its time zone: returns everything as it was then. If not given, returns it as it is now.")]
    string? At,
    [property: FromQuery(Name = AsAt.VersionField), Description("With a past time: the version of the board that a screen showed then, to return exactly that.")]
    string? Version)
{
    public bool IsOfNow => At is null && Version is null;

    /// <param name="began">The earliest moment that may be asked for; null where there is nothing to ask for.</param>
    public AsAt Of(DateTimeOffset now, DateTimeOffset? began) => AsAt.Of(At, Version, now, began ?? now);

    /// <summary>What is wrong with a moment that cannot be.</summary>
    public static ProblemDetails ProblemOf(AsAt asAt) => Problems.Of(StatusCodes.Status400BadRequest, "no-such-moment", asAt.Problems[0].Message, AsAt.AtField);
}
