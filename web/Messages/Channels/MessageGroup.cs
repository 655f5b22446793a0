using CapacityBoard.Work;

namespace CapacityBoard.Messages.Channels;

/// <summary>What somebody can choose to be told.</summary>
public enum MessageGroup
{
    /// <summary>Somebody asks something, or has answered.</summary>
    Asked,

    /// <summary>Something is due, or runs out.</summary>
    Due,

    /// <summary>What can wait until the next day, together in one message.</summary>
    Daily,
}

internal static class MessageGroups
{
    public static MessageGroup GroupOf(this MatterKind kind) => kind switch
    {
        MatterKind.AnswerEnquiry or MatterKind.AnswerHold or MatterKind.AnswerReturn or MatterKind.AssessForPlace or MatterKind.Assess
            or MatterKind.ReplyToQuestion or MatterKind.HoldBed or MatterKind.ConfirmLeft => MessageGroup.Asked,
        MatterKind.ConfirmFigures or MatterKind.ConfirmArrival or MatterKind.ConfirmVacancy or MatterKind.Admit
            or MatterKind.ChaseEnquiry or MatterKind.ChaseHold or MatterKind.HoldEnds or MatterKind.ArrivalOverdue => MessageGroup.Due,
        _ => MessageGroup.Daily,
    };

    /// <summary>True for what a place is asked and reminded of until it answers.</summary>
    public static bool IsReminded(this MatterKind kind) => kind is MatterKind.AnswerEnquiry or MatterKind.AnswerHold;
}
