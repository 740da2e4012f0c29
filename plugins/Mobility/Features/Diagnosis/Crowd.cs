namespace Seminar.Themes.Mobility.Features.Diagnosis;

/// <summary>
/// Figures in which nobody can be found: rounded down to a multiple of five, and not shown below five, of a total that is itself a multiple
/// of five. Sums and differences of them are multiples of five. And whatever people they leave over may always be nobody, or five: see
/// the README of the theme. This needs that someone may tell nothing of what is counted, to each question.
/// </summary>
internal static class Crowd
{
    /// <summary>No figure speaks of fewer people.</summary>
    public const int Fewest = 5;

    public static int Rounded(long count) => (int)(count / Fewest * Fewest);
}
