using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Residences;

/// <summary>The rules of usual residences, at the ward that records one and at the place that answers.</summary>
internal static class ResidenceDecisions
{
    public static Decision Set(SetUsualResidence command, Stay stay, Site site)
    {
        if ((Check(command.Residence, "residence", site) ?? Transfers.InProgress(stay)) is { } refusal)
        {
            return refusal;
        }

        return stay.UsualResidence?.Place == command.Residence ? Decision.Nothing : new UsualResidenceSet(stay.Reference, command.Residence);
    }

    /// <summary>A site knows no other site, so whoever sends the command checks that the place is on the board and of the right kind.</summary>
    public static Refusal? Check(SiteKey? residence, string field, Site site) => residence is null || (residence.Hospital is null && residence != site.Key)
        ? null
        : Limits.Invalid(field, $"'{field}' is {residence}. It must be a care home or home care provider: locality/site.");

    /// <summary>
    /// A place can answer while placements are suspended there: somebody who comes back takes no new bed. The same answer is recorded again,
    /// since only the other side knows whether the last one was about this stay.
    /// </summary>
    public static Decision Answer(AnswerReturn command, Site site, Moment moment)
    {
        var refusal = StayReferences.Check(command.Stay, "stay") ?? (command.KeptUntil is { } day ? Limits.FromToday(day, "keptUntil", moment.Clock) : null);
        return refusal is null ? new ReturnAnswered(command.Stay, command.From, command.Answer, command.KeptUntil) : refusal;
    }
}
