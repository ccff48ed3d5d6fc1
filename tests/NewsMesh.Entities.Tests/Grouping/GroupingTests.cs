namespace NewsMesh.Entities.Tests.Grouping;

public sealed class GroupingTests
{
    [Fact]
    public void Short_forms_of_a_person_join_the_full_name()
    {
        var recognizer = Shared.WithNames(("Kim Jong Un", "PER"), ("Kim", "PER"), ("Jong Un", "PER"));

        var entities = recognizer.Recognize(null, "Kim Jong Un spoke. Mr Kim left. Later Jong Un came back, as Kim’s aides said.");

        Assert.Equal(["PERSON Kim Jong Un: Kim Jong Un|Kim|Jong Un|Kim"], entities.Describe());
    }

    [Fact]
    public void A_surname_before_the_full_name_joins_it_too()
    {
        var recognizer = Shared.WithNames(("Anna Berg", "PER"), ("Berg", "PER"));

        Assert.Equal(["PERSON Anna Berg: Berg|Anna Berg"], recognizer.Recognize(null, "Berg wins again. It is Anna Berg's third title.").Describe());
    }

    [Fact]
    public void Of_two_namesakes_the_one_named_last_in_full_is_meant()
    {
        var recognizer = Shared.WithNames(("Anna Berg", "PER"), ("Otto Berg", "PER"), ("Berg", "PER"));

        var entities = recognizer.Recognize(null, "Anna Berg sang. Berg was good. Otto Berg danced. Berg fell. Anna Berg helped. Berg smiled.");

        Assert.Equal(["PERSON Anna Berg: Anna Berg|Berg|Anna Berg|Berg", "PERSON Otto Berg: Otto Berg|Berg"], entities.Describe());
    }

    [Fact]
    public void A_middle_initial_makes_no_other_person()
    {
        var recognizer = Shared.WithNames(("Mary Q. Stone", "PER"), ("Mary Stone", "PER"));

        Assert.Single(recognizer.Recognize(null, "Mary Q. Stone spoke. Mary Stone left."));
    }

    [Fact]
    public void Titles_and_possessives_are_no_part_of_a_name()
    {
        var recognizer = Shared.WithNames(("President Vera Lund 's", "PER"));

        var entity = Assert.Single(recognizer.Recognize(null, "Then President Vera Lund's car came."));

        Assert.Equal(("Vera Lund", 15, 24), (entity.Name, entity.Mentions[0].Start, entity.Mentions[0].End));
    }

    [Fact]
    public void An_acronym_joins_the_organization_it_stands_for()
    {
        var recognizer = Shared.WithNames(("World Farm Union", "ORG"), ("WFU", "ORG"), ("WXU", "ORG"));

        Assert.Equal(
            ["ORGANIZATION World Farm Union: World Farm Union|WFU", "ORGANIZATION WXU: WXU"],
            recognizer.Recognize(null, "The World Farm Union met. The WFU and the WXU agreed.").Describe());
    }

    [Fact]
    public void A_company_is_the_same_with_and_without_its_legal_form()
    {
        var recognizer = Shared.WithNames(("Northgate Inc.", "ORG"), ("Northgate", "ORG"));

        Assert.Equal(["ORGANIZATION Northgate Inc.: Northgate|Northgate Inc."], recognizer.Recognize(null, "Northgate fell. So Northgate Inc. sold.").Describe());
    }

    [Fact]
    public void Other_names_of_a_country_are_one_place()
    {
        var recognizer = Shared.WithNames(("U.S.", "LOC"), ("United States", "LOC"));

        var entity = Assert.Single(recognizer.Recognize(null, "The U.S. and the United States are one."));

        Assert.Equal("United States", entity.Name);
    }

    [Fact]
    public void A_government_by_its_house_stays_apart_from_its_country()
    {
        var recognizer = Shared.WithNames(("Kremlin", "LOC"), ("Russia", "LOC"));

        Assert.Equal(
            ["LOCATION Kremlin: Kremlin|Kremlin", "LOCATION Russia: Russia"],
            recognizer.Recognize(null, "The Kremlin spoke for Russia, the Kremlin said.").Describe());
    }

    [Fact]
    public void The_same_word_as_person_and_place_stays_two_entities()
    {
        var recognizer = Shared.WithNames(("Jordan Hale", "PER"), ("Jordan", "LOC"));

        Assert.Equal(2, recognizer.Recognize(null, "Jordan Hale went to Jordan.").Count);
    }

    [Fact]
    public void A_name_in_capitals_takes_its_usual_spelling()
    {
        var recognizer = Shared.WithNames(("ANNA BERG", "PER"), ("Anna Berg", "PER"));

        Assert.Equal("Anna Berg", Assert.Single(recognizer.Recognize(null, "ANNA BERG WINS TITLE\n\nAnna Berg won on Friday.")).Name);
    }

    [Fact]
    public void A_name_over_a_wrapped_line_has_one_space()
    {
        var recognizer = Shared.WithNames(("Anna Berg", "PER"));
        const string text = "Nobody at the meeting in the old town hall had expected that Anna\r\nBerg would win.";

        var entity = Assert.Single(recognizer.Recognize(null, text));

        Assert.Equal(("Anna Berg", "Anna\r\nBerg"), (entity.Name, entity.Mentions[0].Text));
    }

    [Fact]
    public void The_title_raises_salience()
    {
        var recognizer = Shared.WithNames(("Berg", "PER"), ("Lund", "PER"));
        const string text = "Berg met Lund.";

        Assert.Equal("Berg", recognizer.Recognize(null, text)[0].Name);
        Assert.Equal("Lund", recognizer.Recognize("A day with Lund", text)[0].Name);
    }

    [Fact]
    public void More_mentions_raise_salience()
    {
        var recognizer = Shared.WithNames(("Berg", "PER"), ("Lund", "PER"));

        Assert.Equal("Lund", recognizer.Recognize(null, "Berg met Lund. Lund sang. Lund danced. Lund left.")[0].Name);
    }
}
