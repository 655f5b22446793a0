using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Demonstration.Past;

/// <summary>What is to happen to a person in the invented past. What has happened is in the ward's state.</summary>
internal sealed class Patient(string reference, SiteKey ward, AgeBand age, DateTimeOffset admittedAt, string home, bool isLong, Pathway pathway, SiteKey? residence)
{
    public string Reference => reference;

    public SiteKey Ward { get; set; } = ward;

    public AgeBand Age => age;

    public DateTimeOffset AdmittedAt => admittedAt;

    public string Home => home;

    /// <summary>True for a person who stays until chosen to leave, without a day planned at admission.</summary>
    public bool IsLong => isLong;

    public Pathway Pathway => pathway;

    /// <summary>The care home or home care provider that they came from; null if there is none.</summary>
    public SiteKey? Residence => residence;

    /// <summary>True once their day of leaving is decided.</summary>
    public bool IsLeaving { get; set; }

    public bool HasLeft { get; set; }

    /// <summary>The bed or package held for them; null if there is none.</summary>
    public Booking? Booking { get; set; }

    /// <summary>The places asked whether they can take them.</summary>
    public List<Asked> Asked { get; } = [];

    public int Midnights(DateTimeOffset now) => LocalDay.Midnights(AdmittedAt, now);
}

internal sealed record Booking(SiteKey Place, string Hold, DateTimeOffset Arrival, bool IsAccepted = false);
