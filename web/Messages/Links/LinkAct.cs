using CapacityBoard.Access;
using CapacityBoard.Beds;
using CapacityBoard.Enquiries;
using CapacityBoard.Sites;
using CapacityBoard.Work;

namespace CapacityBoard.Messages.Links;

/// <summary>What a link in an e-mail may do without signing anybody in: confirm figures as they stand, or say that something was seen.</summary>
/// <param name="Command">The command that records it; null if only the message's fate records it.</param>
internal sealed record LinkAct(string Label, string Said, Permission Needed, SiteCommand? Command)
{
    /// <summary>Null if the matter cannot be settled or acknowledged by a link.</summary>
    public static LinkAct? Of(Matter matter) => matter.Kind switch
    {
        MatterKind.ConfirmFigures when matter.Act is not null => new("Nothing has changed", "Confirmed: nothing has changed.", Permission.DeclareVacancies, new ConfirmUnchanged()),
        MatterKind.AnswerEnquiry => new("I have seen it", "The team that asked can see that you have seen it. It still needs your answer.", Permission.AnswerEnquiries, new AcknowledgeEnquiry(matter.Subject)),
        MatterKind.AnswerHold => new("I have seen it", "The transfer team can see that you have seen it. It still needs your answer.", Permission.AnswerHolds, null),
        _ => null,
    };
}
