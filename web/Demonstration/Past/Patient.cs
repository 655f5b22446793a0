using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>A person in a hospital of the invented past, as far as what is to happen to them goes. What happened stands in the ward's state.</summary>
internal sealed class Patient(string reference, SiteKey ward, AgeBand age, DateTimeOffset admittedAt, string home, bool isLong, Pathway pathway)
{
    public string Reference => reference;

    public SiteKey Ward { get; set; } = ward;

    public AgeBand Age => age;

    public DateTimeOffset AdmittedAt => admittedAt;

    public string Home => home;

    /// <summary>Stays until they are chosen to leave, and not to a day that was planned on admission.</summary>
    public bool IsLong => isLong;

    public Pathway Pathway => pathway;

    /// <summary>The day is known on which they leave.</summary>
    public bool IsLeaving { get; set; }

    public bool HasLeft { get; set; }

    /// <summary>The bed or package that is held for them; null where none is.</summary>
    public Booking? Booking { get; set; }

    public int Midnights(DateTimeOffset now) => LocalDay.Midnights(AdmittedAt, now);
}

/// <summary>A hold for a person.</summary>
internal sealed record Booking(SiteKey Place, string Hold, DateTimeOffset Arrival, bool IsAccepted = false);
