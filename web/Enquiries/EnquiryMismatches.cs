using CapacityBoard.Commands;
using CapacityBoard.Holds;
using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Enquiries;

/// <summary>An open enquiry whose answer nobody needs any more.</summary>
public sealed record EnquiryMismatch(Site Place, Enquiry Enquiry, string Reason);

/// <summary>Finds open enquiries about people who have left, or whom another place has accepted since.</summary>
public static class EnquiryMismatches
{
    /// <param name="asked">Sites with open enquiries, read before <paramref name="sitesOf"/> is called, so that no stay that arrived meanwhile seems gone.</param>
    /// <param name="sitesOf">A locality's sites at one moment, so that a stay in transfer is at one of them at least.</param>
    /// <param name="holding">Sites with live holds.</param>
    /// <param name="patience">How long ago both sides must have been recorded.</param>
    public static IEnumerable<EnquiryMismatch> Among(
        IReadOnlyCollection<Site> asked, Func<string, IReadOnlyList<Site>> sitesOf, IReadOnlyCollection<Site> holding, DateTimeOffset now, TimeSpan patience)
    {
        var localities = asked.SelectMany(place => place.Enquiries.Open).Select(enquiry => enquiry.From.Locality).Distinct()
            .ToDictionary(each => each, each => sitesOf(each).Where(site => site.Kind.RecordsStays()).ToList());
        return from place in asked
               from enquiry in place.Enquiries.Open
               where Recovery.IsOver(enquiry.Made.At, now, patience)
               let hospital = localities[enquiry.From.Locality].Where(site => HeldStays.IsWithin(enquiry.From, site.Key)).ToList()
               let mismatch = Left(place, enquiry, hospital, at => Recovery.IsOver(at, now, patience)) ?? Accepted(place, enquiry, holding, now)
               where mismatch is not null
               select mismatch;
    }

    /// <summary>Null if a person with the reference is there, or the hospital is not on the board.</summary>
    private static EnquiryMismatch? Left(Site place, Enquiry enquiry, List<Site> hospital, Func<DateTimeOffset, bool> isOver)
    {
        if (hospital.Count == 0 || hospital.Any(site => site.Stays.Find(enquiry.Stay) is not null))
        {
            return null;
        }

        return hospital.Select(site => site.Stays.FindGone(enquiry.Stay)).OfType<Gone>().MaxBy(gone => gone.Discharged.At) is { } left
            ? isOver(left.Discharged.At) ? new(place, enquiry, EnquiryWords.PersonLeft) : null
            : new(place, enquiry, EnquiryWords.NoSuchStay);
    }

    /// <summary>A place asked after another one had accepted was asked on purpose.</summary>
    private static EnquiryMismatch? Accepted(Site place, Enquiry enquiry, IReadOnlyCollection<Site> holding, DateTimeOffset now) => holding
        .Where(site => site.Key != place.Key)
        .SelectMany(site => site.Capacity.LiveHolds(now))
        .Where(hold => hold is { Answer: { IsAccepted: true } answer, From: { } from }
            && StayReferences.AreSame(hold.Stay, enquiry.Stay) && HeldStays.IsWithin(enquiry.From, from)
            && (answer.Answered.At > hold.Placed.At ? answer.Answered.At : hold.Placed.At) >= enquiry.Made.At)
        .Select(_ => new EnquiryMismatch(place, enquiry, EnquiryWords.FoundElsewhere))
        .FirstOrDefault();
}
