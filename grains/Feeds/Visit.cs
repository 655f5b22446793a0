using System.Collections.Immutable;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>
/// Where a stay is by everything that the hospital's system has said of it, in whatever order that came. <see cref="Of"/> is a function of a set.
/// </summary>
/// <param name="References">Its references: several if one replaced another, the newest first.</param>
/// <param name="At">Since when the person is there, or when they left.</param>
/// <param name="ArrivedAt">Since when they are on that ward, or were on the one that they left.</param>
/// <param name="InBedSince">Since when they are in that bed.</param>
/// <param name="Known">When the hospital's system last recorded something of them.</param>
/// <param name="Overtaken">What contradicts something that was recorded later, so that it does not count.</param>
[GenerateSerializer, Alias("board.visit"), Immutable]
public sealed record Visit(
    [Id(0)] ImmutableArray<string> References,
    [Id(1)] VisitPresence Presence,
    [Id(2)] SiteKey? Ward,
    [Id(3)] string Bed,
    [Id(4)] DateTimeOffset At,
    [Id(5)] DateTimeOffset Known,
    [Id(6)] AgeBand Age,
    [Id(7)] string? HomeLocality,
    [Id(8)] DateTimeOffset AdmittedAt,
    [Id(9)] DateOnly? ExpectedDischarge,
    [Id(10)] string? Destination,
    [Id(11)] string? Method,
    [Id(12)] DateTimeOffset InBedSince,
    [Id(13)] DateTimeOffset ArrivedAt,
    [Id(14)] ImmutableArray<string> Overtaken)
{
    public string Reference => References[0];

    public bool Is(string? reference) => References.Any(each => StayReferences.AreSame(each, reference));

    /// <summary>The visit by all statements about it.</summary>
    /// <param name="references">Its references, the newest first.</param>
    public static Visit Of(ImmutableArray<string> references, IReadOnlyCollection<FeedStatement> statements)
    {
        var never = statements.Where(each => each.Kind == StatementKind.NeverAdmitted).Select(each => (DateTimeOffset?)each.Recorded).Max();
        var counted = VisitStatements.Counted(VisitStatements.OfSurvivor(statements).Where(each => never is null || each.Recorded > never).ToList());
        var course = VisitCourse.Of(counted);
        var facts = FactsOf(statements);
        return new(
            references,
            course.Presence ?? (never is null ? VisitPresence.NotKnown : VisitPresence.Never),
            course.Place?.Ward,
            course.Place?.Bed ?? "",
            course.At ?? never ?? default,
            statements.Select(each => each.Recorded).DefaultIfEmpty().Max(),
            facts.Age,
            facts.HomeLocality,
            Earlier(facts.AdmittedAt ?? course.Admitted ?? default, course.Admitted),
            facts.NoLongerExpected ? null : facts.ExpectedDischarge,
            facts.Destination,
            facts.Method,
            course.InBedSince ?? default,
            course.ArrivedAt ?? default,
            course.Overtaken);
    }

    /// <summary>What was recorded last of each fact counts, whichever message says it.</summary>
    private static VisitFacts FactsOf(IReadOnlyCollection<FeedStatement> statements) => statements
        .OrderBy(each => each.Recorded).ThenBy(each => each.Id, StringComparer.Ordinal)
        .Select(each => each.Facts)
        .Aggregate(new VisitFacts(), (known, said) => new(
            said.Age == AgeBand.NotKnown ? known.Age : said.Age,
            said.HomeLocality ?? known.HomeLocality,
            said.AdmittedAt ?? known.AdmittedAt,
            said.ExpectedDischarge ?? known.ExpectedDischarge,
            said.ExpectedDischarge is null && (said.NoLongerExpected || known.NoLongerExpected),
            said.Destination ?? known.Destination,
            said.Method ?? known.Method));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;
}

/// <summary>Where a person of a hospital's system is.</summary>
[GenerateSerializer, Alias("board.visit-presence")]
public enum VisitPresence
{
    /// <summary>Nothing said so far says where.</summary>
    NotKnown,

    In,

    /// <summary>In hospital, where this board has no ward.</summary>
    Elsewhere,

    Left,

    /// <summary>The admission was cancelled.</summary>
    Never,
}
