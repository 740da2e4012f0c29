using CsCheck;
using Seminar.Contracts.Workshops;

namespace Seminar.Workshops.Tests;

public class ImportEqualsExportTests
{
    private static readonly Gen<string> Sentence =
        Gen.String[Gen.Char["abcdé Œ’«»\n\"\\/'%;"], 0, 40].Select(text => "É" + text + "🙂");

    private static readonly Gen<string?> MaybeSentence = Gen.OneOf(Sentence.Select(text => (string?)text), Gen.Const((string?)null));

    private static readonly Gen<string?> Departement = Gen.OneOf<string?>([.. new[] { "01", "2A", "2B", "31", "971", "989", null }.Select(code => Gen.Const(code))]);

    private static readonly Gen<Heading> Heading = Gen.Select(Sentence, MaybeSentence, Sentence.Array[0, 5])
        .Select((title, intro, notes) => new Heading(title, intro, notes));

    private static readonly Gen<BoardColumn[]> Board = Gen.Select(Gen.Shuffle(Enum.GetValues<Column>()), Gen.Int[0, 4], Heading.Array[0, 4].Array[4])
        .Select((columns, kept, headings) => columns.Take(kept).Select((column, index) => new BoardColumn(column, headings[index])).ToArray());

    private static readonly Gen<TeamMember> Member = Gen.Select(Gen.Enum<TeamRole>(), MaybeSentence, Sentence, Departement)
        .Select((role, occupation, organisation, code) => new TeamMember(role, occupation, organisation, code));

    private static readonly Gen<Witness> Witness = Gen.Select(Gen.Enum<Family>(), MaybeSentence, Sentence, Departement)
        .Select((family, occupation, organisation, code) => new Witness(family, occupation, organisation, code));

    private static readonly Gen<Attendance> Attendance = Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 1500])
        .Select((jeunes, partenaires, missionsLocales, total) => new Attendance(jeunes, partenaires, missionsLocales, total));

    private static readonly Gen<Room?> Room = Gen.OneOf(
        Gen.Select(Sentence, MaybeSentence).Select((name, floor) => (Room?)new Room(name, floor)), Gen.Const((Room?)null));

    private static readonly Gen<Axis> Axis = Gen.Select(Sentence, Sentence.Array[0, 4]).Select((title, proposals) => new Axis(title, proposals));

    private static readonly Gen<Quote> Quote = Gen.Select(Sentence, Sentence).Select((speaker, text) => new Quote(speaker, text));

    private static readonly Gen<WorkshopDocument> People = Gen.Select(Room, Member.Array[0, 4], Witness.Array[0, 4], Attendance)
        .Select((room, team, witnesses, attendance) => Documents.Sound with { Room = room, Team = team, Witnesses = witnesses, Attendance = attendance });

    private static readonly Gen<WorkshopDocument> Workshop = Gen.Select(People, Sentence.Array[0, 3], Board, Axis.Array[0, 4], Quote.Array[0, 3])
        .Select((people, questions, board, plan, quotes) => people with { Questions = questions, Board = board, Plan = plan, Quotes = quotes });

    [Fact]
    public async Task Any_workshop_that_is_accepted_comes_back_equal_whatever_was_there_before()
    {
        await using var theme = new TestTheme("mobility");

        await Workshop.SampleAsync(
            async document =>
            {
                var json = Documents.ToJson(document);
                var read = ReadWorkshopJson.Read(json);
                read.Refusals.Should().BeEmpty();

                (await theme.Replace(read.Document!)).Refusals.Should().BeEmpty();

                Documents.ToJson(await theme.Get()).Should().Be(json);
            },
            iter: 200,
            threads: 1);
    }
}
