//! First names as far as they tell a man from a woman. Knows the common ones; refuses those that both bear.

use super::Sex;
use crate::text::table::set;

set! {
    WOMEN = "Abigail Agnes Aileen Aisha Alice Alison Amanda Amelia Amina Amy Andrea Angela Angharad Anita \
        Ann Anna Anne Annette Aoife Audrey Barbara Beatrice Bernadette Bernice Beryl Beth Bethan Betty \
        Brenda Bridget Bronwen Carol Caroline Carys Catherine Cathy Catrin Catriona Charlotte Cheryl \
        Christina Christine Ciara Clare Claire Colette Dawn Deborah Debbie Deirdre Denise Diane Diana Donna \
        Doreen Doris Dorothy Edith Edna Eileen Elaine Eleanor Elin Elizabeth Ella Ellen Emily Emma Esther \
        Ethel Eva Evelyn Fatima Felicity Fiona Frances Freya Gail Gemma Georgina Geraldine Gillian Gladys \
        Glenys Grace Gwen Gwyneth Hannah Harriet Hazel Heather Helen Hilary Hilda Holly Imogen Ingrid Irene \
        Iris Isabel Isla Jackie Jacqueline Jane Janet Janice Jayne Jean Jennifer Jenny Jessica Jill Joan \
        Joanna Joanne Josephine Joyce Judith Julia Julie June Karen Kate Katherine Kathleen Kathryn Katie \
        Kirsty Laura Lauren Lesley Lilian Linda Lisa Lorna Lorraine Louise Lucy Lynda Lynn Lynne Mabel Maeve \
        Maggie Mandy Marcia Margaret Maria Marian Marie Marion Marjorie Martha Mary Maud Maureen Mavis Megan \
        Melanie Michelle Mina Miriam Moira Molly Monica Morag Muriel Nadia Nancy Naomi Natalie Natasha Nell \
        Nia Niamh Nicola Nora Olive Olivia Pamela Patricia Paula Pauline Petra Philippa Phyllis Priya Rachel \
        Rebecca Rhian Rita Rosa Rose Rosemary Rowena Ruby Ruth Sabrina Sally Samantha Sandra Sara Sarah \
        Sharon Sheila Shirley Shona Sian Sinead Siobhan Sonia Sophia Sophie Stella Stephanie Sue Susan \
        Susannah Sylvia Tanya Teresa Theresa Tina Tracey Tracy Una Ursula Valerie Vanessa Vera Verity \
        Veronica Victoria Violet Wendy Winifred Yvonne Zara Zoe Kelly Stacey Leanne Danielle Hayley Kerry \
        Chloe Georgia Jade Beverley Marilyn Yasmin Rhiannon Ffion Roisin Grainne Paulette Sheena Eilidh \
        Mairi Nerys Delyth Lowri Heledd Carly Charlene Lyndsey"
}

set! {
    MEN = "Abdul Adam Adrian Ahmed Aidan Alan Alastair Albert Alexander Alfred Alistair Allan Alun Andrew \
        Angus Anthony Archie Arthur Barry Ben Benjamin Bernard Bill Bob Brendan Brian Bruce Bryn Callum \
        Cameron Carl Charles Christopher Clement Clive Colin Conor Craig Cyril Damian Dan Daniel Darren Dave \
        David Dean Declan Dennis Denis Derek Dermot Desmond Dominic Donald Douglas Duncan Dylan Eamonn \
        Edward Edwin Emrys Eric Ernest Euan Ewan Fergus Finlay Francis Frank Fraser Fred Frederick Gareth \
        Gary Gavin Geoff Geoffrey George Gerald Gerard Gethin Giles Glyn Gordon Graeme Graham Grant Greg \
        Gregory Guy Gwilym Hamish Hari Harold Harry Hassan Henry Herbert Howard Hugh Huw Iain Ian Ibrahim \
        Imran Iwan Jack Jacob Jake James Jason Jeffrey Jeremy Jim Joe John Jonathan Joseph Joshua Julian \
        Justin Keith Ken Kenneth Kevin Laurence Lawrence Len Leonard Lewis Liam Luke Malcolm Marc Marcus \
        Mark Martin Matthew Maurice Michael Mick Mike Mohammed Muhammad Nathan Neil Neville Nicholas Nigel \
        Noel Norman Oliver Omar Oscar Osman Owen Patrick Paul Percy Peter Phil Philip Phillip Piers Ralph \
        Raymond Reg Reginald Rhodri Rhys Richard Rob Robert Roderick Rodney Roger Roland Ronald Rory Ross \
        Roy Rupert Russell Ryan Samuel Scott Sean Seamus Sebastian Simon Stanley Stephen Steve Steven Struan \
        Stuart Sunil Tariq Terence Terry Thomas Tim Timothy Toby Tom Tony Trevor Vernon Victor Vincent \
        Walter Wayne Wesley Wilfred William Winston Wystan Kyle Shane Karl Nick Pete Matt Josh Raj Sanjay \
        Anil Dafydd Ieuan Gwyn Hywel Ciaran Eoin Padraig Niall Gregor Ashok Vijay Ravi Iqbal Tomos \
        Ifan Bryan Clifford Darryl Fabian Hector Jerry Kenny Larry Lionel Mervyn Quentin Randolph Sidney Ted"
}

/// What a first name tells of who bears it.
pub(crate) fn sex(first: &str) -> Option<Sex> {
    match (WOMEN.has(first), MEN.has(first)) {
        (true, false) => Some(Sex::Woman),
        (false, true) => Some(Sex::Man),
        _ => None,
    }
}

/// True for a common first name of either.
pub(crate) fn is_one(first: &str) -> bool {
    WOMEN.has(first) || MEN.has(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_name_tells_one_or_nothing() {
        assert_eq!(sex("Rita"), Some(Sex::Woman));
        assert_eq!(sex("Leonard"), Some(Sex::Man));
        assert_eq!(sex("Leslie"), None);
        assert!(WOMEN.words().all(|name| !MEN.has(name)));
    }
}
