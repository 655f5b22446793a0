using CapacityBoard.Residences;
using CapacityBoard.Sites;

namespace CapacityBoard.Stories;

/// <summary>Where a person usually lives, and what that place said about their return, in words.</summary>
internal static class ResidenceLines
{
    public static string Of(SiteEvent happened, StoryContext context) => happened switch
    {
        UsualResidenceSet { Residence: { } residence } => $"Usual residence: {context.NameOf(residence)}. It can see that the person is in hospital.",
        UsualResidenceSet => "Usual residence removed.",
        ReturnAnswered e => $"{context.Here}: {ReturnWords.Of(e.Answer).ToLowerInvariant()}.{(e.KeptUntil is { } day ? $" A place is kept until {context.Day(day)}." : "")}",
        _ => "Something else was recorded about the usual residence.",
    };
}
