using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.People;

/// <summary>Which people to show; a part that is null does not filter.</summary>
public sealed record PeopleFilter(PeopleWaiting? Waiting = null, Pathway? Pathway = null)
{
    /// <summary>Reads a query, ignoring parts that are not valid.</summary>
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
