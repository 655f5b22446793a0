using CapacityBoard.Sites;

namespace CapacityBoard.Support;

internal static class Outcomes
{
    /// <summary>
    /// Asserts that an outcome is the expected answer, ignoring its journal position, which only the first caller gets.
    /// </summary>
    public static void ShouldAnswer(this Outcome outcome, Outcome expected) => (outcome with { Position = null }).ShouldBe(expected with { Position = null });
}
