using System.Collections.Immutable;
using CapacityBoard.Offers;
using CapacityBoard.Sites;

namespace CapacityBoard.Reports.Facts;

/// <summary>A place offered to a person and family, and what became of it.</summary>
/// <param name="Withdrawn">Null while it stands.</param>
/// <param name="Because">Why it was withdrawn; null while it stands.</param>
internal sealed record OfferHistory(string Id, SiteKey Place, DateTimeOffset Made, DateTimeOffset? Withdrawn = null, WithdrawalReason? Because = null)
{
    /// <summary>In the order given.</summary>
    public ImmutableArray<AnswerGiven> Answers { get; init; } = [];

    /// <summary>The answer that counts: the last one, unless the family only wants to see the place first. Null if there is none yet.</summary>
    public AnswerGiven? Answer => Answers is [.., { Answer: not FamilyAnswer.WantsToSeeFirst } last] ? last : null;

    public bool IsSuitable => Because?.MeansNeverOffered() != true;

    public bool StandsAt(DateTimeOffset at) => IsSuitable && Made <= at && !(Withdrawn <= at);

    public FamilyAnswer? AnswerAt(DateTimeOffset at) => Answers.LastOrDefault(answer => answer.At <= at)?.Answer;
}

/// <param name="Reason">Null unless they declined.</param>
internal sealed record AnswerGiven(DateTimeOffset At, FamilyAnswer Answer, DeclineReason? Reason);
