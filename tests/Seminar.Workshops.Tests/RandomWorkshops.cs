using CsCheck;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Tests;

/// <summary>Workshops of every shape: columns left out or empty, headings without notes, nobody, everybody.</summary>
internal static class RandomWorkshops
{
    public static readonly Gen<string> Sentence = Gen.String[Gen.Char["abcdé Œ’«»\n\"\\/'%;"], 0, 40].Select(text => "É" + text + "🙂");

    private static readonly Gen<string?> Departement = Gen.OneOf<string?>([.. new[] { "01", "2A", "2B", "31", "971", "989", null }.Select(code => Gen.Const(code))]);

    private static readonly Gen<Attendance> Attendance = Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 1500])
        .Select((jeunes, partenaires, missionsLocales, total) => new Attendance(jeunes, partenaires, missionsLocales, total));

    /// <param name="sentence">What people may write.</param>
    /// <param name="theme">Key of the theme.</param>
    public static Gen<WorkshopDocument> Of(Gen<string> sentence, string theme = "mobility")
    {
        var maybe = Gen.OneOf(sentence.Select(text => (string?)text), Gen.Const((string?)null));
        var heading = Gen.Select(sentence, maybe, sentence.Array[0, 5]).Select((title, intro, notes) => new Heading(title, intro, notes));
        var board = Gen.Select(Gen.Shuffle(Enum.GetValues<Column>()), Gen.Int[0, 4], heading.Array[0, 4].Array[4])
            .Select((columns, kept, headings) => columns.Take(kept).Select((column, index) => new BoardColumn(column, headings[index])).ToArray());
        var member = Gen.Select(Gen.Enum<TeamRole>(), maybe, sentence, Departement)
            .Select((role, occupation, organisation, code) => new TeamMember(role, occupation, organisation, code));
        var witness = Gen.Select(Gen.Enum<Family>(), maybe, sentence, Departement)
            .Select((family, occupation, organisation, code) => new Witness(family, occupation, organisation, code));
        var room = Gen.OneOf(Gen.Select(sentence, maybe).Select((name, floor) => (Room?)new Room(name, floor)), Gen.Const((Room?)null));
        var axis = Gen.Select(sentence, sentence.Array[0, 4]).Select((title, proposals) => new Axis(title, proposals));
        var quote = Gen.Select(sentence, sentence).Select((speaker, text) => new Quote(speaker, text));
        var people = Gen.Select(Gen.Int[1, 999], sentence, room, member.Array[0, 4], witness.Array[0, 4], Attendance);
        var said = Gen.Select(Gen.OneOf(sentence, Gen.Const("")), sentence.Array[0, 3], board, axis.Array[0, 4], quote.Array[0, 3]);
        return Gen.Select(people, said).Select((who, what) =>
            new WorkshopDocument(theme, who.Item1, who.Item2, who.Item3, what.Item1, what.Item2, who.Item4, who.Item5, who.Item6, what.Item3, what.Item4, what.Item5));
    }
}
