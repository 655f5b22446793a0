using System.Collections.Immutable;
using CapacityBoard.Enquiries;
using CapacityBoard.Policies;
using CapacityBoard.Reports.Facts;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports;

/// <summary>
/// How long a locality's places take from an enquiry to their first answer, what they answer, and how often they were asked when the
/// person was already ready to leave.
/// </summary>
internal sealed class EnquiryAnswers : IReport
{
    private const string LastMinute = "last-minute";
    private const string InGoodTime = "in-good-time";
    private const string Yes = "yes";
    private const string No = "no";

    public string Code => "enquiries";

    public string Title => "Enquiries and answers";

    public string Question => "How quickly do places answer, and are they asked in good time?";

    public IEnumerable<Counted> Count(KnownFacts facts, ReportQuestion question) => facts.Enquiries
        .Where(enquiry => question.Whole.Covers(enquiry.Made) && question.Covers(HospitalOrUnit.Of(enquiry.From)))
        .Select(enquiry => new Counted(
            LocalDay.Of(enquiry.Made),
            enquiry.Site,
            enquiry.Site.Value,
            HospitalOrUnit.Of(enquiry.From),
            enquiry.Answer switch { null => ReportWords.NotRecorded, PlaceAnswer.No => No, _ => Yes },
            enquiry.IsLastMinute ? LastMinute : InGoodTime,
            enquiry.Stay,
            enquiry.Made,
            enquiry.Answered));

    public Report Of(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var counted = Count(facts, question).ToList();
        var answered = Lengths.Of(Answered(counted));
        return new(
            Code,
            Title,
            question,
            [
                new(
                    "by-place",
                    "From enquiry to first answer, by place",
                    [ReportColumn.Words("place", "Place"), .. Figures],
                    [
                        .. counted.GroupBy(each => each.Place).OrderBy(place => facts.NameOf(place.Key), StringComparer.Ordinal)
                            .Select(place => Row(place, new(Place: place.Key), ReportCell.Of(facts.NameOf(place.Key), place.Key))),
                        .. counted.Count == 0 ? [] : new[] { Row(counted, new(), ReportCell.Of("All", "all")) },
                    ]),
                new(
                    "by-hospital",
                    "From enquiry to first answer, by the person’s hospital or unit",
                    [ReportColumn.Words("hospital", "Hospital or unit"), .. Figures],
                    [
                        .. counted.GroupBy(each => each.Code).OrderBy(hospital => facts.NameOf(hospital.Key), StringComparer.Ordinal)
                            .Select(hospital => Row(hospital, new(Code: hospital.Key), ReportCell.Of(facts.NameOf(hospital.Key), hospital.Key))),
                    ]),
            ],
            [
                "Counts enquiries made on these days at this area’s places, for people from anywhere. Hours run from the enquiry to the place’s first answer, yes or no. Enquiries without an answer have no hours.",
                "“Said yes” is a share of those answered: now, from a date, or when a bed is free.",
                "“At the last minute” is the share asked on a day on which the person was already expected to be ready to leave.",
            ],
            counted.Count == 0 ? null : $"Half of {answered.Count:#,0} answers came within {ReportCell.Of(answered.Median).Text} hours.");
    }

    public Headline Headline(KnownFacts facts, ReportQuestion question, LocalityPolicies policies)
    {
        var counted = Count(facts, question).ToList();
        return new(ReportCell.Of(Lengths.Of(Answered(counted)).Median).Text, $"hours: median time from enquiry to answer, {counted.Count:#,0} enquiries, last 4 weeks");
    }

    private static ImmutableArray<ReportColumn> Figures { get; } =
    [
        new("enquiries", "Enquiries"), new("answered", "Answered"), new("median", "Median hours", HasBars: true), new("ninetieth", "9 in 10 within, hours"),
        new("yes", "Said yes"), new(LastMinute, "At the last minute"),
    ];

    private static ReportRow Row(IEnumerable<Counted> counted, Behind behind, ReportCell head)
    {
        var all = counted.ToList();
        var hours = Lengths.Of(Answered(all));
        return new(
            head,
            ReportCell.Of(all.Count, behind),
            ReportCell.Of(hours.Count),
            ReportCell.Of(hours.Median),
            ReportCell.Of(hours.Ninetieth),
            ReportCell.Share(all.Count(each => each.Owner == Yes), hours.Count),
            ReportCell.Share(all.Count(each => each.Set == LastMinute), all.Count));
    }

    /// <summary>The hours from enquiry to answer, of those that have one.</summary>
    private static IEnumerable<double> Answered(IEnumerable<Counted> counted) => counted.Where(each => each.To is not null).Select(each => each.Days * 24);
}
