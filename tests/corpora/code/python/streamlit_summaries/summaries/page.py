import streamlit as st
from langchain_core.messages import HumanMessage, SystemMessage

from summaries.llm import chat, title_prompt
from summaries.prompts import SUMMARY

text = st.text_area("Article")
if st.button("Summarise"):
    st.header((title_prompt | chat()).invoke({"text": text}).content)
    st.write(chat().invoke([SystemMessage(SUMMARY), HumanMessage(text)]).content)
