using CapacityBoard.Sites;
using CapacityBoard.Stays;

namespace CapacityBoard.Offers;

/// <summary>The rules of the letters of a choice policy. When each is due is the locality's policy; here it is only that and when it was given.</summary>
internal static class ChoiceLetters
{
    public static Decision Give(GiveChoiceLetter command, Stay stay, OfferedPlaces offers, Moment moment)
    {
        if (offers.FirstSuitable is not { } first)
        {
            return Decision.Refuse(RefusalCode.NotInThatState, "No suitable place has been offered yet, so there is nothing to write about. Record the offer first.", "letter");
        }

        if (offers.Given(command.Letter) is { } given)
        {
            return Decision.Refuse(RefusalCode.NotInThatState, $"That letter was already given on {given.On:O}, as {given.Recorded.By} recorded.", "letter");
        }

        var before = command.Letter == ChoiceLetter.Second ? offers.Given(ChoiceLetter.First) : null;
        if (command.Letter == ChoiceLetter.Second && before is null)
        {
            return Decision.Refuse(RefusalCode.NotInThatState, "The first letter comes before the second. Record the first one.", "letter");
        }

        var (earliest, today) = (LocalDay.Of(first.Made.At), LocalDay.Of(moment.Now));
        earliest = before?.On > earliest ? before.On : earliest;
        var on = command.On ?? today;
        return on < earliest || on > today
            ? Limits.Invalid("on", $"'on' is {on:O}. It must be from {earliest:O} to {today:O}.")
            : new ChoiceLetterGiven(stay.Reference, command.Letter, on);
    }
}
