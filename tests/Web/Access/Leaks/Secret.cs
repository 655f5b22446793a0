using System.Collections.Immutable;

namespace CapacityBoard.Access.Leaks;

/// <summary>What a text tells. Which permission lets see it stands in <see cref="Secrets"/>.</summary>
internal enum SecretKind
{
    /// <summary>What somebody said for the board to show, who said it, and telephones.</summary>
    Board,

    /// <summary>The telephone of a person's ward, or of a place that fits them or keeps a bed for them: a choice list is there to be rung from.</summary>
    Choice,

    /// <summary>What a site's own page says besides.</summary>
    Site,

    /// <summary>Who recorded where a person is: beside the stay, and beside the figures that it changed.</summary>
    Recorder,

    /// <summary>Who keeps a bed for a person, and who answered: on both sides of the hold.</summary>
    Hold,

    /// <summary>A reference, and whatever is recorded of the person who has it.</summary>
    Stay,
}

/// <summary>A text that is found nowhere but where it was said.</summary>
/// <param name="What">What it was said as, for whoever reads a failure.</param>
/// <param name="Places">The places that it is about: who may see such things at one of them may see it.</param>
/// <param name="IsAudited">True for what the records tell, on pages of administration, of who did what to which stay.</param>
internal sealed record Secret(string Text, string What, SecretKind Kind, ImmutableArray<Scope> Places, bool IsAudited);
