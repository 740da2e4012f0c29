using Seminar.Contracts.Workshops;

namespace Seminar.Workshops;

/// <summary>The French words of the vocabulary.</summary>
internal static class French
{
    public static string ToFrench(this Column column) => column switch
    {
        Column.Success => "réussites",
        Column.Strength => "forces",
        Column.Brake => "freins",
        Column.Obstacle => "obstacles",
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    public static string Count(int number, string one, string many) => $"{number} {(number < 2 ? one : many)}";
}
