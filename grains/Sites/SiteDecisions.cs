using System.Text.RegularExpressions;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Fees;
using CapacityBoard.Holds;
using CapacityBoard.Residences;
using CapacityBoard.Stays;

namespace CapacityBoard.Sites;

/// <summary>
/// Decides every command of every kind of site. A site must be registered before any other command, and a closed site
/// can only be reopened.
/// </summary>
public static partial class SiteDecisions
{
    private const int MostOtherReferences = 10;

    /// <summary>The events that a command leads to at a site, or why it is refused.</summary>
    public static Decision Decide(SiteCommand command, Site site, Moment moment) => command switch
    {
        RegisterSite when site.Details is null && LocalityNames.Check(site.Key.Locality, "site") is { } taken => taken,
        RegisterSite c when site.Details is null => Register(c.Details, site),
        _ when site.Details is null => Decision.Refuse(RefusalCode.UnknownSite, $"There is no {Codes.Of(site.Kind)} {site.Key}. Register it first."),
        _ when site.Details.Kind != site.Kind => WrongKind(site),
        CloseSite c => SiteClosing.Close(c, site, moment),
        ReopenSite => SiteClosing.Reopen(site),
        _ when site.Closed is { } closed => SiteClosing.Refused(site, closed),
        RegisterSite c => Register(c.Details, site),
        PlaceHold c => HoldDecisions.Place(c, site.Capacity, EnquiryDecisions.AcceptedBefore(c, site, moment), moment),
        CapacityCommand c => CapacityDecisions.Decide(c, site.Capacity, site.Occupancy, moment),
        StayCommand c when site.Kind.RecordsStays() => StayDecisions.Decide(c, site, moment),
        EnquiryCommand c when site.Kind != SiteKind.Ward => EnquiryDecisions.Decide(c, site, moment),
        StateFees c when site.Kind == SiteKind.CareHome => FeeDecisions.State(c.Fees, site.Fees),
        AnswerReturn c when site.Kind.IsResidence() => ResidenceDecisions.Answer(c, site, moment),
        _ => NotForThisKind(command, site),
    };

    private static Decision NotForThisKind(SiteCommand command, Site site) =>
        Decision.Refuse(RefusalCode.NotForThisKind, command switch
        {
            EnquiryCommand => "A ward takes no enquiries. Ask a care home, an intermediate care unit or a home care provider.",
            StateFees => "Only a care home states fees.",
            AnswerReturn => $"A {Codes.Of(site.Kind)} is nobody's usual residence. Only a care home or a home care provider says whether somebody can come back.",
            _ => $"This {Codes.Of(site.Kind)} does not record stays, so it does not accept {command.GetType().Name}.",
        });

    private static Decision Register(SiteDetails details, Site site)
    {
        if (Check(details, site) is { } refusal)
        {
            return refusal;
        }

        return site.Details switch
        {
            null => new SiteRegistered(details),
            { } before when before.SaysTheSameAs(details) => Decision.Nothing,
            _ => new SiteDetailsRevised(details),
        };
    }

    private static Refusal? Check(SiteDetails details, Site site) =>
        CheckKind(details, site)
        ?? Limits.RequiredText(details.Name, "details.name", 200)
        ?? Limits.OptionalText(details.Reference, "details.reference")
        ?? CheckOtherReferences(details)
        ?? Limits.OptionalText(details.Address, "details.address", Limits.LongText)
        ?? Limits.OptionalText(details.Neighbourhood, "details.neighbourhood")
        ?? CheckPostcode(details.Postcode)
        ?? CheckPosition(details.Position)
        ?? CheckTelephone(details.Telephone, "details.telephone")
        ?? CheckWebsite(details.Website)
        ?? (details.RegisteredBeds is { } beds ? Limits.Count(beds, "details.registeredBeds") : null)
        ?? CheckServices(details);

    private static Refusal? CheckKind(SiteDetails details, Site site)
    {
        if (details.Kind != site.Kind)
        {
            return Limits.Invalid("details.kind", $"'details.kind' is {Codes.Of(details.Kind)}, but the address is for kind {Codes.Of(site.Kind)}.");
        }

        if (site.Kind == SiteKind.Ward != site.Key.Hospital is not null)
        {
            return Limits.Invalid("site", "A ward's key is locality/hospital/ward. Every other site's key is locality/site.");
        }

        return site.Kind == SiteKind.Ward
            ? Limits.RequiredText(details.Hospital, "details.hospital", 200)
            : details.Hospital is null ? null : Limits.Invalid("details.hospital", "Only a ward has a hospital.");
    }

    private static Refusal? CheckOtherReferences(SiteDetails details) => details.OtherReferences.Length > MostOtherReferences
        ? Limits.Invalid("details.otherReferences", $"At most {MostOtherReferences} other references are allowed.")
        : details.OtherReferences.Select(reference => Limits.RequiredText(reference, "details.otherReferences")).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? CheckPostcode(string? postcode) => postcode is null || Postcode().IsMatch(postcode)
        ? null
        : Limits.Invalid("details.postcode", $"'{postcode}' is not a UK postcode. Write it like SK2 7JE.");

    private static Refusal? CheckPosition(Position? position) =>
        position is null or { Latitude: >= 49 and <= 61.5, Longitude: >= -9 and <= 2.5 }
            ? null
            : Limits.Invalid("details.position", "The position must be in the UK: latitude 49 to 61.5, longitude -9 to 2.5.");

    internal static Refusal? CheckTelephone(string? telephone, string field) => telephone is null || Telephone().IsMatch(telephone)
        ? null
        : Limits.Invalid(field, $"'{telephone}' is not a telephone number. Use 9 to 20 numbers and spaces, with or without a + at the start.");

    private static Refusal? CheckWebsite(string? website) =>
        website is null || (website.Length <= 300 && Limits.IsPlain(website) && Uri.TryCreate(website, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? null
            : Limits.Invalid("details.website", "A website address must start with http:// or https:// and have at most 300 characters.");

    private static Refusal? CheckServices(SiteDetails details) => details.Services.Length > 40
        ? Limits.Invalid("details.services", "At most 40 services are allowed.")
        : details.Services.Select(service => Limits.RequiredText(service, "details.services", 200)).FirstOrDefault(refusal => refusal is not null);

    private static Decision WrongKind(Site site) => Decision.Refuse(
        RefusalCode.UnknownSite, $"The kind of {site.Key} is {Codes.Of(site.Details!.Kind)}, not {Codes.Of(site.Kind)}.");

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}\\z")]
    private static partial Regex Postcode();

    [GeneratedRegex("^\\+?[0-9](?: ?[0-9]){8,19}\\z")]
    private static partial Regex Telephone();
}
