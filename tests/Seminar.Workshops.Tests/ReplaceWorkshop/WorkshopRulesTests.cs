using Seminar.Contracts;
using Seminar.Contracts.Workshops;
using static Seminar.Workshops.Tests.Documents;

namespace Seminar.Workshops.Tests;

public class WorkshopRulesTests
{
    private static readonly Dictionary<string, (WorkshopDocument Document, string Path, string Message)> Faults = new()
    {
        ["number 0"] = (Sound with { Number = 0 }, "$.number", "Le numéro de l'atelier est 0 : un nombre de 1 à 999 est attendu."),
        ["blank title"] = (Sound with { Title = " \n" }, "$.title", "Le titre de l'atelier est vide : un texte de 1 à 300 caractères est attendu."),
        ["long title"] = (Sound with { Title = Long(301) }, "$.title", "Le titre de l'atelier compte 301 caractères : 300 au plus sont permis."),
        ["long context"] = (Sound with { Context = Long(10_001) }, "$.context", "Le contexte compte 10 001 caractères : 10 000 au plus sont permis."),
        ["control character"] = (Sound with { Context = "a\u0007" }, "$.context", "Le contexte contient un caractère interdit (U+0007, caractère 2) : du texte et des sauts de ligne (U+000A) sont attendus."),
        ["half a surrogate pair"] = (Sound with { Context = "\uD83D" }, "$.context", "Le contexte contient un caractère interdit (U+D83D, caractère 1) : du texte et des sauts de ligne (U+000A) sont attendus."),
        ["blank room"] = (Sound with { Room = new("", null) }, "$.room.name", "Le nom de la salle est vide : un texte de 1 à 300 caractères est attendu."),
        ["long floor"] = (Sound with { Room = new("A", Long(301)) }, "$.room.floor", "L'étage compte 301 caractères : 300 au plus sont permis."),
        ["blank question"] = (Sound with { Questions = ["Quoi ?", ""] }, "$.questions[1]", "La question est vide : un texte de 1 à 1 000 caractères est attendu."),
        ["too many questions"] = (Sound with { Questions = Many(101, "Quoi ?") }, "$.questions", "La liste compte 101 questions : 100 au plus sont permis."),
        ["too many members"] = (Sound with { Team = Many(101, Sound.Team[0]) }, "$.team", "La liste compte 101 membres de l'équipe : 100 au plus sont permis."),
        ["blank organisation"] = (Sound with { Team = [Sound.Team[0] with { Organisation = "" }] }, "$.team[0].organisation", "L'organisation est vide : un texte de 1 à 300 caractères est attendu."),
        ["long position"] = (Sound with { Team = [Sound.Team[0] with { Position = Long(301) }] }, "$.team[0].position", "La fonction compte 301 caractères : 300 au plus sont permis."),
        ["code of the team"] = (Sound with { Team = [Sound.Team[0] with { Departement = "96" }] }, "$.team[0].departement", "« 96 » n'est pas un code de département : 01 à 19, 21 à 95, 2A, 2B ou 971 à 989 est attendu."),
        ["code of a witness"] = (Sound with { Witnesses = [Sound.Witnesses[0] with { Departement = "48\n" }] }, "$.witnesses[0].departement", "« 48? » n'est pas un code de département : 01 à 19, 21 à 95, 2A, 2B ou 971 à 989 est attendu."),
        ["too many witnesses"] = (Sound with { Witnesses = Many(201, Sound.Witnesses[0]) }, "$.witnesses", "La liste compte 201 témoins : 200 au plus sont permis."),
        ["witness of nowhere"] = (Sound with { Witnesses = [Sound.Witnesses[0] with { Organisation = " " }] }, "$.witnesses[0].organisation", "L'organisation est vide : un texte de 1 à 300 caractères est attendu."),
        ["negative youths"] = (Sound with { Attendance = Sound.Attendance with { Jeunes = -1 } }, "$.attendance.jeunes", "Le nombre de jeunes est -1 : un nombre de 0 à 100 000 est attendu."),
        ["negative partners"] = (Sound with { Attendance = Sound.Attendance with { Partenaires = -1 } }, "$.attendance.partenaires", "Le nombre de partenaires est -1 : un nombre de 0 à 100 000 est attendu."),
        ["negative Missions Locales"] = (Sound with { Attendance = Sound.Attendance with { MissionsLocales = -1 } }, "$.attendance.missionsLocales", "Le nombre de participants des Missions Locales est -1 : un nombre de 0 à 100 000 est attendu."),
        ["negative total"] = (Sound with { Attendance = Sound.Attendance with { ReportedTotal = 100_001 } }, "$.attendance.reportedTotal", "L'effectif annoncé est 100 001 : un nombre de 0 à 100 000 est attendu."),
        ["column twice"] = (Sound with { Board = [Sound.Board[0], new(Column.Brake, []), Sound.Board[0]] }, "$.board[2].column", "La colonne « réussites » est déjà dans $.board[0] ; une fois au plus est attendue."),
        ["too many headings"] = (Board(Many(51, Sound.Board[0].Headings[0])), "$.board[0].headings", "La liste compte 51 sous-thèmes : 50 au plus sont permis."),
        ["blank heading"] = (Board([new("", null, [])]), "$.board[0].headings[0].title", "Le titre du sous-thème est vide : un texte de 1 à 300 caractères est attendu."),
        ["long intro"] = (Board([new("A", Long(2_001), [])]), "$.board[0].headings[0].intro", "L'introduction du sous-thème compte 2 001 caractères : 2 000 au plus sont permis."),
        ["long note"] = (Board([new("A", null, []), new("B", null, ["1", "2", "3", Long(501)])]), "$.board[0].headings[1].notes[3]", "La note compte 501 caractères : 500 au plus sont permis."),
        ["blank note"] = (Board([new("A", null, ["\u00A0"])]), "$.board[0].headings[0].notes[0]", "La note est vide : un texte de 1 à 500 caractères est attendu."),
        ["too many notes"] = (Board([new("A", null, Many(501, ""))]), "$.board[0].headings[0].notes", "La liste compte 501 notes : 500 au plus sont permis."),
        ["blank axis"] = (Sound with { Plan = [new("", [])] }, "$.plan[0].axis", "L'intitulé de l'axe est vide : un texte de 1 à 300 caractères est attendu."),
        ["too many axes"] = (Sound with { Plan = Many(101, Sound.Plan[0]) }, "$.plan", "La liste compte 101 axes : 100 au plus sont permis."),
        ["blank proposal"] = (Sound with { Plan = [new("A", ["x", ""])] }, "$.plan[0].proposals[1]", "La proposition est vide : un texte de 1 à 1 000 caractères est attendu."),
        ["long proposal"] = (Sound with { Plan = [new("A", [Long(1_001)])] }, "$.plan[0].proposals[0]", "La proposition compte 1 001 caractères : 1 000 au plus sont permis."),
        ["too many proposals"] = (Sound with { Plan = [new("A", Many(201, "x"))] }, "$.plan[0].proposals", "La liste compte 201 propositions : 200 au plus sont permis."),
        ["blank speaker"] = (Sound with { Quotes = [new(" ", "x")] }, "$.quotes[0].speaker", "L'auteur de la citation (un rôle, jamais un nom) est vide : un texte de 1 à 300 caractères est attendu."),
        ["long quote"] = (Sound with { Quotes = [new("jeune", Long(2_001))] }, "$.quotes[0].text", "La citation compte 2 001 caractères : 2 000 au plus sont permis."),
        ["too many quotes"] = (Sound with { Quotes = Many(201, Sound.Quotes[0]) }, "$.quotes", "La liste compte 201 citations : 200 au plus sont permis."),
    };

    public static TheoryData<string> Cases => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_fault_is_named_with_its_path_and_what_is_expected(string fault)
    {
        var (document, path, message) = Faults[fault];

        var refusals = WorkshopRules.Check(document, "mobility");

        refusals.Select(refusal => refusal with { Message = PlainSpaces(refusal.Message) }).Should().Equal(new Refusal(path, message));
    }

    [Fact]
    public void Every_fault_is_listed()
    {
        var refusals = WorkshopRules.Check(Sound with { Number = 0, Title = "", Quotes = [new("", "")] }, "rupture");

        refusals.Select(refusal => refusal.Path).Should().BeEquivalentTo("$.theme", "$.number", "$.title", "$.quotes[0].speaker", "$.quotes[0].text");
    }

    [Fact]
    public void A_list_of_faults_stays_readable()
    {
        var headings = Many(50, new Heading("A", null, Many(500, "")));

        var refusals = WorkshopRules.Check(Board(headings), "mobility");

        refusals.Should().HaveCount(501);
        refusals[^1].Should().Be(new Refusal("", "Seules les 500 premières fautes sont listées\u00A0; il y en a d'autres."));
    }

    [Fact]
    public void Texts_of_the_greatest_length_with_line_breaks_and_pictures_are_accepted()
    {
        var document = Board([new(Long(300), null, [Long(500), "a\nb", "🙂"])]) with { Context = "" };

        WorkshopRules.Check(document, "mobility").Should().BeEmpty();
    }

    [Theory]
    [InlineData("01", true)]
    [InlineData("19", true)]
    [InlineData("2A", true)]
    [InlineData("95", true)]
    [InlineData("971", true)]
    [InlineData("989", true)]
    [InlineData("00", false)]
    [InlineData("20", false)]
    [InlineData("2C", false)]
    [InlineData("96", false)]
    [InlineData("970", false)]
    [InlineData("990", false)]
    [InlineData("1", false)]
    [InlineData("", false)]
    public void A_departement_code_is_one_of_those_in_use(string code, bool expected) =>
        DepartementCode.IsWellFormed(code).Should().Be(expected);

    private static WorkshopDocument Board(IReadOnlyList<Heading> headings) =>
        Sound with { Board = [new(Column.Success, headings)] };

    private static string Long(int length) => new('x', length);

    private static T[] Many<T>(int count, T item) => Enumerable.Repeat(item, count).ToArray();

    /// <summary>French typography puts no-break spaces, wide and narrow, that a reader of this file would not see.</summary>
    private static string PlainSpaces(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
