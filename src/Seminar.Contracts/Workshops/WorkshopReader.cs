namespace Seminar.Contracts.Workshops;

/// <summary>
/// For whom a workshop is read. While groups write hidden from one another, it decides which of their notes are given; a request that
/// names nobody is for <see cref="Anyone"/>.
/// </summary>
/// <param name="IsTeam">Whether they belong to the workshop's team, which reads everything.</param>
/// <param name="Group">Number of the group in which they take part; null for everybody else.</param>
public sealed record WorkshopReader(bool IsTeam, int? Group)
{
    /// <summary>Anyone: what may be shown to all.</summary>
    public static WorkshopReader Anyone { get; } = new(false, null);

    /// <summary>The workshop's team.</summary>
    public static WorkshopReader Team { get; } = new(true, null);
}
