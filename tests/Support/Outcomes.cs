using CapacityBoard.Sites;

namespace CapacityBoard.Support;

internal static class Outcomes
{
    /// <summary>The same answer. Where in the journal it stands is known only to whoever recorded it first.</summary>
    public static void ShouldAnswer(this Outcome outcome, Outcome expected) => (outcome with { Position = null }).ShouldBe(expected with { Position = null });
}
