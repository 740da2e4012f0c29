using Bunit;
using Seminar.Contracts.Workshops;

namespace Seminar.Ui.Tests.Board;

public sealed class BoardViewTests : BunitContext
{
    [Fact]
    public void The_four_columns_are_there_even_when_only_one_was_written()
    {
        var board = Render<BoardView>(p => p.Add(c => c.Board, [new BoardColumn(Column.Brake, [])]));

        board.FindAll("section h3").Select(heading => heading.Id).Should().Equal("reussites", "forces", "freins", "obstacles");
        board.FindAll("section .definition").Should().HaveCount(4).And.OnlyContain(definition => definition.TextContent.Contains("Par exemple"));
    }

    [Fact]
    public void Headings_are_numbered_from_one_and_notes_are_items_of_a_list()
    {
        var board = Render<BoardView>(p => p.Add(c => c.Board,
        [
            new BoardColumn(Column.Brake, [new Heading("Aides", "Ce qui manque.", ["Baisse de contrats", "Lenteur"]), new Heading("Vide", null, [])]),
        ]));

        board.Find("#freins-1").TextContent.Should().Be("Aides");
        board.FindAll("#freins ~ .heading .notes > li").Select(note => note.TextContent.Trim()).Should().Equal("Baisse de contrats", "Lenteur");
        board.Find("#freins .count").TextContent.Should().Be("2");
        board.Find("#freins-2").ParentElement!.TextContent.Should().Contain("Aucune note sous ce titre.");
    }

    [Fact]
    public void An_axis_without_proposal_says_that_its_title_carries_the_idea()
    {
        var plan = Render<PlanView>(p => p.Add(c => c.Plan, [new Axis("Former", ["Éditer un guide."]), new Axis("Relier", [])]));

        plan.Find("#axe-1").ParentElement!.QuerySelectorAll("li").Should().ContainSingle();
        plan.Find("#axe-2").ParentElement!.TextContent.Should().Contain("l’intitulé porte l’idée");
    }
}
