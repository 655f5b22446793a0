using System.Text.Json.Serialization;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Fees;
using CapacityBoard.Journal;
using CapacityBoard.Residences;
using CapacityBoard.Stays;

namespace CapacityBoard.Sites;

/// <summary>
/// The state of one site, the result of its events. Immutable; the grain that decides and the board that shows use the
/// same type.
/// </summary>
[GenerateSerializer, Alias("board.site"), Immutable]
public abstract record Site([Id(0)] SiteKey Key)
{
    public abstract SiteKind Kind { get; }

    /// <summary>Null before the site is registered.</summary>
    [Id(0)]
    public SiteDetails? Details { get; init; }

    [Id(1)]
    public Capacity Capacity { get; init; } = Capacity.Empty;

    /// <summary>The people recorded here; always empty for kinds of site that record no stays.</summary>
    [Id(2)]
    public StayRegister Stays { get; init; } = StayRegister.Empty;

    /// <summary>The version of the last event applied; 0 before the first.</summary>
    [Id(3)]
    public long Version { get; init; }

    /// <summary>The time of the last event applied.</summary>
    [Id(4)]
    public DateTimeOffset LastAt { get; init; }

    /// <summary>Null while the site is open. A closed site has no people and no holds, and is off the board.</summary>
    [Id(5)]
    public Closure? Closed { get; init; }

    /// <summary>Null if all its events can be read. Otherwise the site has neither figures nor people, whatever events follow.</summary>
    [Id(6)]
    public Unreadable? Unreadable { get; init; }

    /// <summary>The enquiries at this place; always empty for a ward.</summary>
    [Id(7)]
    public EnquiryRegister Enquiries { get; init; } = EnquiryRegister.Empty;

    /// <summary>What this place has said about people who are to come back to it; always empty for a ward or unit.</summary>
    [Id(8)]
    public ReturnRegister Returns { get; init; } = ReturnRegister.Empty;

    /// <summary>What a care home says it costs; null before it does, and for other kinds of site.</summary>
    [Id(9)]
    public StatedFees? Fees { get; init; }

    /// <summary>How the occupied beds of this kind of site depend on its stays.</summary>
    [JsonIgnore]
    public OccupancyRule Occupancy => new(Kind, Stays.In, OccupiedFollowsStays: Kind == SiteKind.Ward);

    /// <summary>The state after one event. Never throws; an event that does not concern this state changes only its version.</summary>
    public Site Apply(JournalEntry entry)
    {
        if (entry.Event is UnreadableEvent || Unreadable is not null)
        {
            return Withheld(entry);
        }

        var stamp = new Stamp(entry.At, entry.By);
        return this with
        {
            Details = entry.Event switch { SiteRegistered e => e.Details, SiteDetailsRevised e => e.Details, _ => Details },
            Capacity = Occupancies.Apply(Capacity, entry.Event, stamp),
            Stays = Stays.Apply(entry.Event, stamp),
            Enquiries = Enquiries.Apply(entry.Event, stamp),
            Returns = Returns.Apply(entry.Event, stamp),
            Fees = entry.Event is FeesStated stated ? new(stated.Fees, stamp) : Fees,
            Closed = entry.Event switch { SiteClosed e => new(e.Reason, stamp), SiteReopened => null, _ => Closed },
            Version = entry.Version,
            LastAt = entry.At,
        };
    }

    private Site Withheld(JournalEntry entry) => this with
    {
        Capacity = Capacity.Empty,
        Stays = StayRegister.Empty,
        Enquiries = EnquiryRegister.Empty,
        Returns = ReturnRegister.Empty,
        Fees = null,
        Unreadable = Unreadable ?? new(entry.At, entry.Position, ((UnreadableEvent)entry.Event).Type),
        Version = entry.Version,
        LastAt = entry.At,
    };

    public static Site Empty(SiteKind kind, SiteKey key) => kind switch
    {
        SiteKind.CareHome => new CareHomes.CareHome(key),
        SiteKind.IntermediateCareUnit => new IntermediateCareUnits.IntermediateCareUnit(key),
        SiteKind.Ward => new Wards.Ward(key),
        _ => new HomeCare.HomeCareProvider(key),
    };
}
