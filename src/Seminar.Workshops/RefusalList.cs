using Seminar.Contracts;

namespace Seminar.Workshops;

/// <summary>A list of faults that a person can read: one mistake repeated in a large file may make a hundred thousand.</summary>
internal static class RefusalList
{
    public const int Longest = 500;

    public static IReadOnlyList<Refusal> Of(IEnumerable<Refusal> faults)
    {
        var listed = faults.Take(Longest + 1).ToList();
        if (listed.Count > Longest)
        {
            listed[Longest] = new Refusal("", $"Seules les {Longest} premières fautes sont listées\u00A0; il y en a d'autres.");
        }

        return listed;
    }
}
