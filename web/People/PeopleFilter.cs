using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.People;

/// <summary>Which people are asked for; a part that is null leaves nobody out.</summary>
public sealed record PeopleFilter(PeopleWaiting? Waiting = null, Pathway? Pathway = null)
{
    /// <summary>What a query asks for; what it cannot mean is passed over.</summary>
    public static PeopleFilter Parse(IQueryCollection query) => new(
        Codes.TryParse<PeopleWaiting>(query["waiting"], out var waiting) ? waiting : null,
        Codes.TryParse<Pathway>(query["pathway"], out var pathway) ? pathway : null);

    public bool Shows(Stay stay, DateTimeOffset now) =>
        (Pathway is null || stay.Plan?.Pathway == Pathway)
        && Waiting switch
        {
            PeopleWaiting.Optimised => stay.Optimised is not null,
            PeopleWaiting.Delayed => stay.IsDelayed(now),
            _ => true,
        };
}

public enum PeopleWaiting
{
    /// <summary>Medically optimised.</summary>
    Optimised,

    /// <summary>Medically optimised, and the day on which they became so has passed.</summary>
    Delayed,
}
