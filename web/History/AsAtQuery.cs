using System.ComponentModel;
using CapacityBoard.Hosting.Api;
using Microsoft.AspNetCore.Mvc;

namespace CapacityBoard.History;

/// <summary>The past moment that a read may ask for; without it, it is of now.</summary>
internal sealed record AsAtQuery(
    [property: FromQuery(Name = AsAt.AtField), Description("A past moment, with its zone: all is answered as it stood at it. Without it, as of now.")]
    string? At,
    [property: FromQuery(Name = AsAt.VersionField), Description("With a moment: the board's version that a screen showed at it, so that exactly that is answered.")]
    string? Version)
{
    public bool IsOfNow => At is null && Version is null;

    /// <param name="began">The earliest moment that may be asked for; null where there is nothing to ask for.</param>
    public AsAt Of(DateTimeOffset now, DateTimeOffset? began) => AsAt.Of(At, Version, now, began ?? now);

    /// <summary>What is wrong with a moment that cannot be.</summary>
    public static ProblemDetails ProblemOf(AsAt asAt) => Problems.Of(StatusCodes.Status400BadRequest, "no-such-moment", asAt.Problems[0].Message, AsAt.AtField);
}
