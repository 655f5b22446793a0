namespace CapacityBoard.Help;

/// <summary>Something that somebody wants to do, and how.</summary>
/// <param name="Question">As the end of "How do I …".</param>
/// <param name="Steps">In the order in which they are done. What stands in quotation marks is on the screen.</param>
public sealed record HelpTopic(string Question, params string[] Steps);
