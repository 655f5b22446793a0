using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using CapacityBoard.Journal;
using CapacityBoard.Stays;

namespace CapacityBoard.Feeds;

/// <summary>
/// What the board keeps of an HL7 v2 ADT message: where which stay is, since when, and no more of a person than an age band and a home locality.
/// It has no name, birth date, patient's number or address.
/// </summary>
/// <param name="Control">MSH-10, the sender's ID of the message.</param>
/// <param name="Event">The trigger event, <c>A01</c>.</param>
/// <param name="Recorded">When the hospital's system recorded the event: EVN-2, otherwise MSH-7. Null if neither can be read.</param>
/// <param name="Occurred">When the event happened: EVN-6, and for A01 and A03 otherwise PV1-44 and PV1-45. Null if the message does not say.</param>
/// <param name="Visits">The stays that it is about, in its order: one, or two where beds are swapped. For A20, the bed.</param>
[GenerateSerializer, Alias("board.adt-message"), Immutable]
public sealed record AdtMessage(
    [Id(0)] string Control, [Id(1)] string Event, [Id(2)] DateTimeOffset? Recorded, [Id(3)] DateTimeOffset? Occurred, [Id(4)] ImmutableArray<AdtVisit> Visits)
{
    /// <summary>The same for the same message, however often it is sent.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, DomainJson.Options)).AsSpan(0, 12));
}

/// <summary>What a message says of one stay, or of one bed.</summary>
/// <param name="References">The numbers of which the feed's set-up chooses one as the stay's reference.</param>
/// <param name="Prior">The numbers that these replace, as MRG has them.</param>
/// <param name="Location">PV1-3, or NPU-1; null if the message gives none.</param>
/// <param name="Class">PV1-2, such as <c>I</c> for inpatients; null if the message gives none.</param>
/// <param name="AdmittedAt">PV1-44.</param>
/// <param name="DischargedAt">PV1-45.</param>
/// <param name="ExpectedDischarge">PV2-9, and the pending discharge's time of A16.</param>
/// <param name="Destination">The national code of the discharge destination.</param>
/// <param name="Method">The national code of the discharge method.</param>
/// <param name="Age">By the birth date, which is not kept.</param>
/// <param name="HomeLocality">By the postcode, which is not kept; null if it is in no directory.</param>
/// <param name="BedStatus">NPU-2, table 0116.</param>
[GenerateSerializer, Alias("board.adt-visit"), Immutable]
public sealed record AdtVisit(
    [Id(0)] AdtNumbers References,
    [Id(1)] AdtNumbers? Prior = null,
    [Id(2)] AdtLocation? Location = null,
    [Id(3)] string? Class = null,
    [Id(4)] DateTimeOffset? AdmittedAt = null,
    [Id(5)] DateTimeOffset? DischargedAt = null,
    [Id(6)] DateOnly? ExpectedDischarge = null,
    [Id(7)] string? Destination = null,
    [Id(8)] string? Method = null,
    [Id(9)] AgeBand Age = AgeBand.NotKnown,
    [Id(10)] string? HomeLocality = null,
    [Id(11)] string? BedStatus = null);

/// <summary>The numbers of a stay. A number that is also the patient's own is left out.</summary>
/// <param name="Visit">PV1-19, or MRG-5 for what it replaces.</param>
/// <param name="AlternateVisit">PV1-50, or MRG-6.</param>
/// <param name="Account">PID-18, or MRG-3.</param>
/// <param name="OfPatient">True if one of them was left out because it is a number of the patient.</param>
[GenerateSerializer, Alias("board.adt-numbers"), Immutable]
public sealed record AdtNumbers([Id(0)] string? Visit = null, [Id(1)] string? AlternateVisit = null, [Id(2)] string? Account = null, [Id(3)] bool OfPatient = false)
{
    public string? this[ReferenceField field] => field switch
    {
        ReferenceField.VisitNumber => Visit,
        ReferenceField.AlternateVisitId => AlternateVisit,
        _ => Account,
    };
}

/// <summary>A location as the hospital's system writes it.</summary>
/// <param name="PointOfCare">The first component, mostly the ward.</param>
/// <param name="Facility">The fourth component; empty where the message gives none.</param>
[GenerateSerializer, Alias("board.adt-location"), Immutable]
public sealed record AdtLocation([Id(0)] string PointOfCare, [Id(1)] string Room = "", [Id(2)] string Bed = "", [Id(3)] string Facility = "")
{
    /// <summary>As in the message: <c>A1^2^04</c>.</summary>
    public override string ToString() => string.Join('^', PointOfCare, Room, Bed, Facility).TrimEnd('^');
}

/// <summary>Which field of a message is the stay's reference.</summary>
[GenerateSerializer, Alias("board.reference-field")]
public enum ReferenceField
{
    /// <summary>PV1-19, the visit number.</summary>
    VisitNumber,

    /// <summary>PV1-50, the alternate visit ID.</summary>
    AlternateVisitId,

    /// <summary>PID-18, the patient's account number.</summary>
    AccountNumber,
}
